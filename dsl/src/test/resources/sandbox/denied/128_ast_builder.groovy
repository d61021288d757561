revision 'd128'

upgrade {
    execute new org.codehaus.groovy.ast.builder.AstBuilder().toString()
}
downgrade { }
