"""Many workbooks at once: finding them, auditing each as one unit of work on cores or on a cluster, gathering.

May import: errors, release, model, writers, pipeline.

Modules, each below those it imports:

summing  From a whole report to the few figures a recap keeps.
unit     The unit of work: one file in, one small outcome out. It runs alike here, in another process, on another
         machine.
find     Which workbooks are meant: those named, and all below a folder or an address, in one order everywhere.
gather   All outcomes of a folder: what an earlier recap already holds, and what is audited now.
run      Audits side by side on the cores of this computer. What comes out does not depend on how many there are.
cluster  The same unit of work on a Dask cluster: other machines, or a cluster of this computer's own processes.
"""
