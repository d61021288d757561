revision 'd341'

upgrade {
    again()
}
downgrade { }

void again() {
    try { again() } finally { again() }
}
