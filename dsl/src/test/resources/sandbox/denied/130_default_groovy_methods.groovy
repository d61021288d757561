revision 'd130'

upgrade {
    org.codehaus.groovy.runtime.ProcessGroovyMethods.execute('touch target/pwned')
}
downgrade { }
