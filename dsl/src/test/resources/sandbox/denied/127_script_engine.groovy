import javax.script.ScriptEngineManager

revision 'd127'

upgrade {
    new ScriptEngineManager().getEngineByName('groovy')
}
downgrade { }
