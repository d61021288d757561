revision 'd026'

upgrade {
    execute ProcessHandle.current().pid().toString()
}
downgrade { }
