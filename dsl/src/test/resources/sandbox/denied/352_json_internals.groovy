revision 'd352'

upgrade {
    execute new dev.retort.internal.json.JsonReader(null).read('1').toString()
}
downgrade { }
