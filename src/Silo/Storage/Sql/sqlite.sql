-- The embedded store: the state of grains in one file. Orleans ships no SQL for SQLite; tables and queries are ours, in the
-- shape its provider asks for (column and parameter names are its contract). No clustering and no reminders: more than
-- one silo means PostgreSQL. There is no query to delete a record: DeleteStateOnClear stays off.
--
-- A step is never changed once it was released; what comes later is a further step below. All steps of a file are
-- applied in one transaction.

-- @version 1: the state of grains
CREATE TABLE OrleansQuery (
    QueryKey TEXT NOT NULL PRIMARY KEY,
    QueryText TEXT NOT NULL
) WITHOUT ROWID;

-- The extension is empty where a grain has no string key: NULLs would all be different from each other in the index.
CREATE TABLE OrleansStorage (
    GrainIdHash INTEGER NOT NULL,
    GrainTypeHash INTEGER NOT NULL,
    GrainIdN0 INTEGER NOT NULL,
    GrainIdN1 INTEGER NOT NULL,
    GrainIdExtensionString TEXT NOT NULL,
    GrainTypeString TEXT NOT NULL,
    ServiceId TEXT NOT NULL,
    PayloadBinary BLOB NULL,
    ModifiedOn INTEGER NOT NULL, -- seconds since 1970
    Version INTEGER NOT NULL
);

CREATE UNIQUE INDEX OrleansStorage_Key ON OrleansStorage
    (GrainIdHash, GrainTypeHash, GrainIdN0, GrainIdN1, GrainIdExtensionString, GrainTypeString, ServiceId);

-- Written in one statement: it is its own transaction, so a lock that could not be had leaves nothing open behind it.
-- A first write has no version: it inserts, and finds nothing to do (no row returned: a conflict) where a record stands already.
-- A later write names the version it read: it updates that version or nothing, and inserts nothing where the record is gone.
INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES ('WriteToStorageKey', '
INSERT INTO OrleansStorage
    (GrainIdHash, GrainTypeHash, GrainIdN0, GrainIdN1, GrainIdExtensionString, GrainTypeString, ServiceId, PayloadBinary, ModifiedOn, Version)
SELECT
    @GrainIdHash, @GrainTypeHash, @GrainIdN0, @GrainIdN1, COALESCE(@GrainIdExtensionString, ''''), @GrainTypeString, @ServiceId,
    @PayloadBinary, unixepoch(), 1
WHERE @GrainStateVersion IS NULL OR EXISTS (SELECT 1 FROM OrleansStorage WHERE
    GrainIdHash = @GrainIdHash
    AND GrainTypeHash = @GrainTypeHash
    AND GrainIdN0 = @GrainIdN0
    AND GrainIdN1 = @GrainIdN1
    AND GrainIdExtensionString = COALESCE(@GrainIdExtensionString, '''')
    AND GrainTypeString = @GrainTypeString
    AND ServiceId = @ServiceId)
ON CONFLICT (GrainIdHash, GrainTypeHash, GrainIdN0, GrainIdN1, GrainIdExtensionString, GrainTypeString, ServiceId) DO UPDATE
    SET PayloadBinary = excluded.PayloadBinary, ModifiedOn = excluded.ModifiedOn, Version = OrleansStorage.Version + 1
    WHERE OrleansStorage.Version = @GrainStateVersion
RETURNING Version AS NewGrainStateVersion');

INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES ('ReadFromStorageKey', '
SELECT PayloadBinary, Version FROM OrleansStorage WHERE
    GrainIdHash = @GrainIdHash
    AND GrainTypeHash = @GrainTypeHash
    AND GrainIdN0 = @GrainIdN0
    AND GrainIdN1 = @GrainIdN1
    AND GrainIdExtensionString = COALESCE(@GrainIdExtensionString, '''')
    AND GrainTypeString = @GrainTypeString
    AND ServiceId = @ServiceId');

-- A cleared record keeps its row and its version, so that a writer who slept through the clearing is still refused.
INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES ('ClearStorageKey', '
UPDATE OrleansStorage SET PayloadBinary = NULL, ModifiedOn = unixepoch(), Version = Version + 1 WHERE
    GrainIdHash = @GrainIdHash
    AND GrainTypeHash = @GrainTypeHash
    AND GrainIdN0 = @GrainIdN0
    AND GrainIdN1 = @GrainIdN1
    AND GrainIdExtensionString = COALESCE(@GrainIdExtensionString, '''')
    AND GrainTypeString = @GrainTypeString
    AND ServiceId = @ServiceId
    AND Version = @GrainStateVersion
RETURNING Version AS NewGrainStateVersion');
