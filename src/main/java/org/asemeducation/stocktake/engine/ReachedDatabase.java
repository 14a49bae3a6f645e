package org.asemeducation.stocktake.engine;

import javax.sql.DataSource;

/**
 * The embedded database of a data folder, whether it was running or was started for this.
 *
 * @param dataSource connections to it, each a new one
 * @param end stops it, if it was started for this
 */
public record ReachedDatabase(DataSource dataSource, Runnable end) implements AutoCloseable {

	@Override
	public void close() {
		this.end.run();
	}

}
