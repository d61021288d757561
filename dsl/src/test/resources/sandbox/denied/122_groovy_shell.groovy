revision 'd122'

upgrade {
    new GroovyShell().evaluate('System.setProperty("retort.pwned", "x")')
}
downgrade { }
