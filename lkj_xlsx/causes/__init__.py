"""Why a figure is wrong: one function a kind of mistake, none claimed that does not reproduce the stated value."""
