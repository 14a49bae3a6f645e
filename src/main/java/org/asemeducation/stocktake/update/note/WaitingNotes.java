package org.asemeducation.stocktake.update.note;

import org.asemeducation.stocktake.update.UpdateKey;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How many notes wait for an update, for the mail that asks for it. It has no words of
 * theirs.
 */
@Component
public class WaitingNotes {

	private final JdbcClient jdbc;

	WaitingNotes(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Counts what the form offers: neither taken back, nor put into this update, nor into
	 * another of which a version stands.
	 * @param key which update
	 * @return none in a cycle that asks about an initiative of its own
	 */
	public int of(UpdateKey key) {
		return this.jdbc
			.sql("""
					select count(*) from note n where %s and n.taken_back_at is null
					and not exists (select from note_use u where u.note = n.id and (u.cycle = :cycle
					    or exists (select from revision r where r.cycle = u.cycle and r.initiative = u.initiative
					        and not exists (select from taken_back b where b.revision = r.id))))"""
				.formatted(Notes.OFFERED))
			.param("initiative", key.initiative().value())
			.param("cycle", key.cycle().value())
			.query(Integer.class)
			.single();
	}

}
