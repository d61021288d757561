revision 'd134'

upgrade {
    new dev.retort.internal.sandbox.ScriptCompiler()
}
downgrade { }
