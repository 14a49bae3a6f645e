package org.asemeducation.stocktake.backup;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.function.Function;

import javax.sql.DataSource;

import org.asemeducation.stocktake.engine.EmbeddedDatabase;
import org.asemeducation.stocktake.engine.ReachedDatabase;
import org.postgresql.ds.PGSimpleDataSource;

import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * The database that the application would use by its settings: one of its own, or the
 * embedded one. What was started to get there stops when it is closed.
 *
 * @param name where it is, for people
 * @param embedded whether it is the embedded one
 * @param dataSource new connections each
 * @param end stops what was started
 */
record Whereabouts(String name, boolean embedded, DataSource dataSource, Runnable end) implements AutoCloseable {

	/**
	 * Also the embedded one of a Stocktake that runs.
	 */
	static Whereabouts ofWhatRuns(Environment settings) {
		return of(settings, (data) -> {
			ReachedDatabase database = EmbeddedDatabase.reach(data);
			return new Whereabouts(data.toString(), true, database.dataSource(), database::close);
		});
	}

	/**
	 * Makes the embedded one where there is none; refuses it while a Stocktake runs on
	 * it.
	 */
	static Whereabouts ofWhatRests(Environment settings) {
		return of(settings, (data) -> {
			EmbeddedDatabase database = EmbeddedDatabase.open(data);
			return new Whereabouts(data.toString(), true, database.dataSource(), database::close);
		});
	}

	private static Whereabouts of(Environment settings, Function<Path, Whereabouts> embedded) {
		String url = settings.getProperty("spring.datasource.url");
		if (!StringUtils.hasText(url)) {
			return embedded.apply(Path.of(settings.getProperty("stocktake.data", "./data")));
		}
		PGSimpleDataSource database = new PGSimpleDataSource();
		database.setURL(url);
		database.setUser(settings.getProperty("spring.datasource.username"));
		database.setPassword(settings.getProperty("spring.datasource.password"));
		try {
			database.getConnection().close();
		}
		catch (SQLException ex) {
			throw new BackupRefused(
					"The database at %s cannot be reached (%s).".formatted(withoutSecrets(url), ex.getMessage()), ex);
		}
		return new Whereabouts(withoutSecrets(url), false, database, () -> {
		});
	}

	private static String withoutSecrets(String url) {
		return url.replaceAll("\\?.*", "");
	}

	@Override
	public void close() {
		this.end.run();
	}

}
