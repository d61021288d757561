revision 'x'
if (true) {
    upgrade { }
}
downgrade { }
