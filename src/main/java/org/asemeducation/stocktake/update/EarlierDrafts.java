package org.asemeducation.stocktake.update;

import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What later saves of a draft took the place of: the last five states of which something
 * may be missed. Saves follow each other every few seconds, so most of them are not.
 */
@Component
class EarlierDrafts {

	/** So many are kept. */
	private static final int MOST = 5;

	private static final Duration SITTING = Duration.ofMinutes(10);

	private final JdbcClient jdbc;

	private final ContentJson json;

	EarlierDrafts(JdbcClient jdbc, ContentJson json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	/**
	 * The states that are kept.
	 * @param key which update
	 * @return at most five, the newest first
	 */
	List<Draft> of(UpdateKey key) {
		return this.jdbc.sql("""
				select * from earlier_draft where cycle = :cycle and initiative = :initiative and kept_at is not null
				order by version desc""")
			.param("cycle", key.cycle().value())
			.param("initiative", key.initiative().value())
			.query((row, number) -> this.json.draft(row))
			.list();
	}

	/**
	 * Keeps what a save took the place of when somebody else wrote it, when ten minutes
	 * have passed, when a passage of it goes, or when the caller says so.
	 * @param key which update, locked by the caller
	 * @param before what stood there
	 * @param now what stands there
	 * @param lastKept when a state was kept last, or the draft was begun
	 * @param always whether it is kept in any case
	 */
	void replaced(UpdateKey key, Draft before, Draft now, @Nullable OffsetDateTime lastKept, boolean always) {
		if (always || !before.savedBy().equals(now.savedBy()) || isOver(before.savedAt(), now.savedAt())
				|| isOver((lastKept != null) ? lastKept.toInstant() : before.savedAt(), now.savedAt())) {
			forgetMark(key);
			keep(key, before, now.savedAt());
			return;
		}
		if (!Passages.allStand(before.content(), now.content())) {
			keepPassages(key, before, Passages.of(now.content()), now.savedAt());
		}
	}

	/**
	 * Words go one by one under whoever holds the backspace key, so each save is compared
	 * with the <em>mark</em> too: the state since the last one kept of which most has
	 * gone. What a kept state still says is not lost.
	 */
	private void keepPassages(UpdateKey key, Draft before, Passages now, Instant at) {
		List<Passages> standing = new ArrayList<>(List.of(now));
		of(key).stream().findFirst().map((kept) -> Passages.of(kept.content())).ifPresent(standing::add);
		Optional<Draft> mark = mark(key);
		Passages.Gone ofMark = mark.map((draft) -> Passages.of(draft.content()).gone(standing))
			.orElse(Passages.Gone.NOTHING);
		if (ofMark.isPassage()) {
			forgetMark(key);
			keep(key, mark.get(), at);
			standing.add(Passages.of(mark.get().content()));
			ofMark = Passages.Gone.NOTHING;
		}
		Passages.Gone gone = Passages.of(before.content()).gone(standing);
		if (gone.isPassage()) {
			forgetMark(key);
			keep(key, before, at);
		}
		else if (gone.isSomething() && gone.letters() >= ofMark.letters()) {
			forgetMark(key);
			insert(key, before, null);
		}
	}

	private static boolean isOver(Instant then, Instant now) {
		return !then.plus(SITTING).isAfter(now);
	}

	private Optional<Draft> mark(UpdateKey key) {
		return this.jdbc.sql("""
				select * from earlier_draft where cycle = :cycle and initiative = :initiative and kept_at is null""")
			.param("cycle", key.cycle().value())
			.param("initiative", key.initiative().value())
			.query((row, number) -> this.json.draft(row))
			.optional();
	}

	private void forgetMark(UpdateKey key) {
		this.jdbc.sql("delete from earlier_draft where cycle = :cycle and initiative = :initiative and kept_at is null")
			.param("cycle", key.cycle().value())
			.param("initiative", key.initiative().value())
			.update();
	}

	private void keep(UpdateKey key, Draft draft, Instant at) {
		insert(key, draft, at);
		this.jdbc.sql("""
				delete from earlier_draft e where e.cycle = :cycle and e.initiative = :initiative
				and e.version < (select o.version from earlier_draft o
				    where o.cycle = :cycle and o.initiative = :initiative and o.kept_at is not null
				    order by o.version desc offset :most - 1 limit 1)""")
			.param("cycle", key.cycle().value())
			.param("initiative", key.initiative().value())
			.param("most", MOST)
			.update();
	}

	private void insert(UpdateKey key, Draft draft, @Nullable Instant keptAt) {
		this.jdbc.sql("""
				insert into earlier_draft (cycle, initiative, version, content, saved_at, saved_by, kept_at)
				values (:cycle, :initiative, :version, cast(:content as jsonb), :savedAt, :savedBy, :keptAt)""")
			.param("cycle", key.cycle().value())
			.param("initiative", key.initiative().value())
			.param("version", draft.version())
			.param("content", draft.content().toString())
			.param("savedAt", draft.savedAt().atOffset(ZoneOffset.UTC))
			.param("savedBy", draft.savedBy())
			.param("keptAt", (keptAt != null) ? keptAt.atOffset(ZoneOffset.UTC) : null, Types.TIMESTAMP_WITH_TIMEZONE)
			.update();
	}

	void discard(UpdateKey key) {
		this.jdbc.sql("delete from earlier_draft where cycle = :cycle and initiative = :initiative")
			.param("cycle", key.cycle().value())
			.param("initiative", key.initiative().value())
			.update();
	}

}
