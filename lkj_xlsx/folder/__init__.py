"""Many workbooks at once: finding them, auditing each as one unit of work on cores or on a cluster, gathering."""
