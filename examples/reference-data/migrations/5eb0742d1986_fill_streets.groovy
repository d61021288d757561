revision     '5eb0742d1986'
downRevision '4daf631c0875'
message      'Fill the streets with computed rows'

upgrade {
    bulkInsert('streets') {
        (1..25000).each { row id: it, name: "Street $it" }
    }
}

downgrade {
    table('streets').delete()
}
