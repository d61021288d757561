revision 'd190'

upgrade {
    execute java.lang.management.ManagementFactory.runtimeMXBean.name
}
downgrade { }
