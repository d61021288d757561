revision 'd202'

upgrade {
    new groovy.xml.XmlSlurper().parse('pom.xml')
}
downgrade { }
