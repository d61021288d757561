revision 'd119'

upgrade {
    execute foo
}
downgrade { }

def propertyMissing(String n) { System.getProperty(n) }
