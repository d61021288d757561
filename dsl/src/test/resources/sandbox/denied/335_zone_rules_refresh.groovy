revision 'd335'

upgrade {
    ZoneId.getAvailableZoneIds().each { java.time.zone.ZoneRulesProvider.refresh() }
}
downgrade { }
