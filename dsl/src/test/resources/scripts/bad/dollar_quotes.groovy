revision 'x'
upgrade {
    execute """
        DO $$
        BEGIN
            RAISE EXCEPTION 'no: % jobs', 3;
        END $$;
    """
    execute "costs $ 5"
}
downgrade { }
