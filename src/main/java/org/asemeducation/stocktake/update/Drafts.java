package org.asemeducation.stocktake.update;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.asemeducation.stocktake.cycle.CycleName;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The drafts, one for each update that is being written.
 */
@Component
class Drafts {

	/**
	 * A draft that begins after a revision counts on from far above those before it: a
	 * page that was left open then never takes the newer text for its own.
	 */
	private static final int AFTER_A_REVISION = 1_000_000;

	private final JdbcClient jdbc;

	private final Clock clock;

	private final ContentJson json;

	private final EarlierDrafts earlier;

	Drafts(JdbcClient jdbc, Clock clock, ContentJson json, EarlierDrafts earlier) {
		this.earlier = earlier;
		this.jdbc = jdbc;
		this.clock = clock;
		this.json = json;
	}

	Optional<Draft> find(UpdateKey key) {
		return this.jdbc.sql("select * from draft where cycle = :cycle and initiative = :initiative")
			.param("cycle", key.cycle().value())
			.param("initiative", key.initiative().value())
			.query((row, number) -> this.json.draft(row))
			.optional();
	}

	/**
	 * The version that was saved last.
	 * @param key which update
	 * @return 0 when there is none
	 */
	long version(UpdateKey key) {
		return this.jdbc.sql("select version from draft where cycle = :cycle and initiative = :initiative")
			.param("cycle", key.cycle().value())
			.param("initiative", key.initiative().value())
			.query(Long.class)
			.optional()
			.orElse(0L);
	}

	/**
	 * Saves over the version the writer has seen. The caller holds the request's lock.
	 * @param key which update
	 * @param seen the version that was written on; 0 when there was none
	 * @param content the form's fields
	 * @param by the user id
	 * @return what was saved; nothing when somebody else has saved meanwhile
	 */
	Optional<Draft> save(UpdateKey key, long seen, ObjectNode content, String by) {
		return save(key, seen, content, by, false);
	}

	/**
	 * Puts a revision back as the draft, over what was kept beside it.
	 */
	void putBack(UpdateKey key, Revision revision, String by) {
		Draft kept = find(key).orElse(null);
		if (kept == null) {
			save(key, 0, revision.content(), by);
		}
		else {
			ObjectNode both = kept.content().deepCopy().setAll(revision.content());
			save(key, kept.version(), both, by);
		}
	}

	/**
	 * The same; what it takes the place of is kept in any case where the caller says so,
	 * else where {@link EarlierDrafts} says that it may be missed.
	 */
	Optional<Draft> save(UpdateKey key, long seen, ObjectNode content, String by, boolean keep) {
		Optional<Draft> before = (seen > 0) ? find(key).filter((draft) -> draft.version() == seen) : Optional.empty();
		Instant at = this.clock.instant().truncatedTo(ChronoUnit.MICROS);
		Optional<Written> written = write(key, seen, content, by, at);
		if (written.isPresent() && before.isPresent()) {
			this.earlier.replaced(key, before.get(), written.get().draft(), written.get().lastKept(), keep);
		}
		return written.map(Written::draft);
	}

	private Optional<Written> write(UpdateKey key, long seen, ObjectNode content, String by, Instant at) {
		return this.jdbc.sql("""
				insert into draft (cycle, initiative, version, content, saved_at, saved_by, begun_at)
				select :cycle, :initiative, :seen + 1 + case when :seen = 0 then %d * coalesce((select max(r.number)
				    from revision r where r.cycle = :cycle and r.initiative = :initiative), 0) else 0 end,
				    cast(:content as jsonb), :at, :by, :at
				where :seen = 0 or exists (select 1 from draft where cycle = :cycle and initiative = :initiative)
				on conflict (cycle, initiative) do update
				set version = draft.version + 1, content = excluded.content, saved_at = excluded.saved_at,
				    saved_by = excluded.saved_by
				where draft.version = :seen
				returning version, coalesce((select max(e.kept_at) from earlier_draft e
				    where e.cycle = draft.cycle and e.initiative = draft.initiative), begun_at)
				    as last_kept""".formatted(AFTER_A_REVISION))
			.param("cycle", key.cycle().value())
			.param("initiative", key.initiative().value())
			.param("seen", seen)
			.param("content", content.toString())
			.param("at", at.atOffset(ZoneOffset.UTC))
			.param("by", by)
			.query((row, number) -> new Written(new Draft(row.getLong("version"), content, at, by),
					row.getObject("last_kept", OffsetDateTime.class)))
			.optional();
	}

	/** When a state was kept last, else when the draft was begun, where that is known. */
	private record Written(Draft draft, @Nullable OffsetDateTime lastKept) {
	}

	void discard(UpdateKey key) {
		this.earlier.discard(key);
		this.jdbc.sql("delete from draft where cycle = :cycle and initiative = :initiative")
			.param("cycle", key.cycle().value())
			.param("initiative", key.initiative().value())
			.update();
	}

	/**
	 * Drafts that were not submitted when the gathering ended. An update that is held
	 * open longer is still being written.
	 * @param cycle the cycle
	 * @return in the order of the plan
	 */
	List<Unsubmitted> unsubmitted(CycleName cycle) {
		return this.jdbc.sql("""
				select d.initiative, c.title, d.saved_at, d.saved_by
				from draft d
				join update_request r on r.cycle = d.cycle and r.initiative = d.initiative
				join cycle_initiative c on c.cycle = d.cycle and c.initiative = d.initiative
				where d.cycle = :cycle and r.state in ('requested', 'returned', 'unstaffed')
				and not exists (select from extension e
				    join own_day o on o.cycle = e.cycle and o.initiative = e.initiative and o.held_until is not null
				    where e.cycle = r.cycle and e.initiative = r.initiative and e.past_freeze and e.outcome = 'granted')
				order by c.position""")
			.param("cycle", cycle.value())
			.query((row, number) -> new Unsubmitted(row.getString("initiative"), row.getString("title"),
					row.getObject("saved_at", OffsetDateTime.class), row.getString("saved_by")))
			.list();
	}

	/**
	 * A draft the secretariat decides on.
	 *
	 * @param initiative the id
	 * @param title the initiative's title
	 * @param savedAt when it was last saved
	 * @param savedBy the user id of who saved it
	 */
	record Unsubmitted(String initiative, String title, OffsetDateTime savedAt, String savedBy) {
	}

}
