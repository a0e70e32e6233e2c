// The exchange with the provincial server.
