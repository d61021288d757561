revision 'd192'

upgrade {
    java.util.prefs.Preferences.userRoot().put('x', 'x')
}
downgrade { }
