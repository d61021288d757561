revision 'd062'

upgrade {
    execute "${'java.lang.Runtime' as Class}"
}
downgrade { }
