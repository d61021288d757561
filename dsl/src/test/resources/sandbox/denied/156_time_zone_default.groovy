revision 'd156'

upgrade {
    TimeZone.default = TimeZone.getTimeZone('UTC')
}
downgrade { }
