revision 'd346'

upgrade {
    execute Json.parse('[' * 400 + ']' * 400).toString()
}
downgrade { }
