package org.asemeducation.stocktake.backup;

import java.sql.Connection;

import org.asemeducation.stocktake.engine.SettingException;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

import org.springframework.stereotype.Component;

/**
 * Stands in a database from the first to the last moment of a restore, so that nobody
 * starts on one that was interrupted.
 */
@Component
class RestoreMark implements Callback {

	private static final String TABLE = "restore_unfinished";

	static void set(Connection connection) {
		new Catalog(connection).jdbc().sql("create table " + TABLE + " ()").update();
	}

	static void remove(Connection connection) {
		new Catalog(connection).jdbc().sql("drop table " + TABLE).update();
	}

	static boolean isThere(Connection connection) {
		return new Catalog(connection).jdbc()
			.sql("select to_regclass('" + TABLE + "') is not null")
			.query(Boolean.class)
			.single();
	}

	@Override
	public boolean supports(Event event, Context context) {
		return event == Event.BEFORE_VALIDATE || event == Event.BEFORE_MIGRATE;
	}

	@Override
	public boolean canHandleInTransaction(Event event, Context context) {
		return true;
	}

	@Override
	public void handle(Event event, Context context) {
		if (isThere(context.getConnection())) {
			throw new SettingException("A restore to this database was interrupted: give the command restore again.");
		}
	}

	@Override
	public String getCallbackName() {
		return "restoreMark";
	}

}
