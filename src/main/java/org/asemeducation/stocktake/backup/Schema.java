package org.asemeducation.stocktake.backup;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Function;

import org.asemeducation.stocktake.engine.SchemaHistory;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;

import org.springframework.core.NestedExceptionUtils;

/**
 * The schema of a database that a backup comes to: empty at first, then as the backup had
 * it, then as this release has it.
 */
final class Schema {

	private final Whereabouts database;

	Schema(Whereabouts database) {
		this.database = database;
	}

	void requireKnown(BackupFile backup) {
		MigrationVersion wanted = MigrationVersion.fromVersion(backup.manifest().schema());
		boolean known = Arrays.stream(SchemaHistory.of(this.database.dataSource()).load().info().all())
			.anyMatch((migration) -> migration.getState().isResolved() && wanted.equals(migration.getVersion()));
		if (!known) {
			throw new BackupRefused(backup.newer());
		}
	}

	/**
	 * Goes on only where nothing is, or what an interrupted restore has left.
	 */
	void requireEmpty() {
		if (ask(RestoreMark::isThere)) {
			clear();
		}
		if (!ask((connection) -> new Catalog(connection).isEmpty())) {
			throw new BackupRefused(
					"The database at %s is not empty: restore to a new one, or empty this one first. Nothing has changed."
						.formatted(this.database.name()));
		}
	}

	/**
	 * Makes the schema that the backup was taken of, marked as unfinished.
	 */
	void prepare(String version) {
		ask((connection) -> {
			RestoreMark.set(connection);
			return true;
		});
		SchemaHistory.of(this.database.dataSource())
			.baselineOnMigrate(true)
			.baselineVersion("0")
			.target(version)
			.load()
			.migrate();
	}

	/**
	 * Goes on to the schema of this release.
	 * @return its last migration
	 */
	String forward() {
		SchemaHistory.of(this.database.dataSource()).load().migrate();
		return Objects.requireNonNull(ask((connection) -> new Catalog(connection).schemaVersion().orElseThrow()));
	}

	/**
	 * Empties the database again.
	 */
	void clear() {
		try {
			SchemaHistory.of(this.database.dataSource()).cleanDisabled(false).load().clean();
		}
		catch (FlywayException ex) {
			throw new BackupRefused(
					"What was restored by half could not be removed from %s (%s): empty the database and try again."
						.formatted(this.database.name(), NestedExceptionUtils.getMostSpecificCause(ex).getMessage()),
					ex);
		}
	}

	private <T> T ask(Function<Connection, T> question) {
		try (Connection connection = this.database.dataSource().getConnection()) {
			return question.apply(connection);
		}
		catch (SQLException ex) {
			throw new BackupRefused(
					"The database at %s cannot be reached (%s).".formatted(this.database.name(), ex.getMessage()), ex);
		}
	}

}
