revision 'd123'

upgrade {
    new GroovyClassLoader().parseClass('class X {}')
}
downgrade { }
