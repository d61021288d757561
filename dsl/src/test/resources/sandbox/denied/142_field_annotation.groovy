revision 'd142'

upgrade {
    execute x
}
downgrade { }

@groovy.transform.Field String x = 'x'
