revision 'd352'

upgrade {
    execute new dev.retort.json.JsonReader(null).read('1').toString()
}
downgrade { }
