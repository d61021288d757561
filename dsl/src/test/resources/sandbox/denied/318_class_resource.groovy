revision 'd318'

upgrade {
    execute String.getResourceAsStream('/x').text
}
downgrade { }
