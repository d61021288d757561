revision 'd347'

upgrade {
    execute Json.array('[' + '1,' * 150_000 + '1]').size().toString()
}
downgrade { }
