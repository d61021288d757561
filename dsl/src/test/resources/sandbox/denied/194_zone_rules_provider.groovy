revision 'd194'

upgrade {
    java.time.zone.ZoneRulesProvider.refresh()
}
downgrade { }
