revision 'd324'

upgrade {
    execute StackWalker.instance.callerClass.name
}
downgrade { }
