revision 'd134'

upgrade {
    new dev.retort.sandbox.ScriptCompiler()
}
downgrade { }
