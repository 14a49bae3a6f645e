package org.asemeducation.stocktake.update;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.asemeducation.stocktake.plan.InitiativeId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Rows of one programme under several actions: what they have in common is written once,
 * in the first of them or where it was begun, and the others take it into their
 * revisions. Rows whose coordinators differ stay on their own.
 */
@Component
public class Programmes {

	/** What one programme says once, under whatever action it stands. */
	static final Set<String> COMMON = Set.of("conclusions", "partners", "progress", "events", "highlights",
			"addedValue", "challenges", "answers", "completion", "aims", "continuation", "objectives", "contributions",
			"media", "links");

	/** Pictures are printed once, where they were given. */
	private static final String NOT_COPIED = "media";

	private final JdbcClient jdbc;

	private final ContentJson json;

	Programmes(JdbcClient jdbc, ContentJson json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	/**
	 * What an update has in common with another row, and where that is written.
	 * @param key which update
	 * @return nothing for a row that stands on its own, or where the others take it from
	 */
	public Optional<CommonText> common(UpdateKey key) {
		return home(key).filter((home) -> !home.key().equals(key)).map(this::read);
	}

	/**
	 * The rows that take what this one says.
	 * @param key which update
	 * @return ids, in the order of the plan; empty for a row that stands on its own
	 */
	List<String> alsoFor(UpdateKey key) {
		List<String> others = this.jdbc.sql("""
				select o.initiative from cycle_initiative c
				join cycle_initiative o on o.cycle = c.cycle and o.programme = c.programme
				where c.cycle = :cycle and c.initiative = :initiative and o.initiative <> c.initiative
				order by o.position""")
			.param("cycle", key.cycle().value())
			.param("initiative", key.initiative().value())
			.query(String.class)
			.list();
		return others.stream()
			.filter((other) -> home(new UpdateKey(key.cycle(), new InitiativeId(other)))
				.filter((home) -> home.key().equals(key))
				.isPresent())
			.toList();
	}

	/**
	 * An update with what it has in common with another row.
	 * @param key which update
	 * @param own what was written in this row
	 * @return the whole, as it is submitted
	 */
	public ObjectNode whole(UpdateKey key, ObjectNode own) {
		return common(key).map((common) -> common.with(own)).orElse(own);
	}

	/**
	 * Where the common text was begun, the first row of the plan where it was not. A row
	 * that is closed without one gives nothing.
	 */
	private Optional<Home> home(UpdateKey key) {
		return this.jdbc.sql("""
				with speaks as (select initiative, array_agg(party order by party) as parties from coordination
				    where role = 'coordinator' group by initiative)
				select h.initiative, h.title
				from cycle_initiative c
				join speaks cs on cs.initiative = c.initiative
				join cycle_initiative h on h.cycle = c.cycle and h.programme = c.programme
				join speaks hs on hs.initiative = h.initiative and hs.parties = cs.parties
				join update_request r on r.cycle = h.cycle and r.initiative = h.initiative
				cross join lateral (select exists (
				    select from draft d where d.cycle = h.cycle and d.initiative = h.initiative
				    and jsonb_exists_any(d.content, :common)
				    union all
				    select from revision v where v.cycle = h.cycle and v.initiative = h.initiative
				    and v.number = (select max(l.number) from revision l
				        where l.cycle = h.cycle and l.initiative = h.initiative)
				    and jsonb_exists_any(v.content, :common)) as there) begun
				where c.cycle = :cycle and c.initiative = :initiative
				and (h.initiative = c.initiative or r.state in ('requested', 'returned') or begun.there)
				order by begun.there desc, h.position limit 1""")
			.param("cycle", key.cycle().value())
			.param("initiative", key.initiative().value())
			.param("common", COMMON.toArray(String[]::new))
			.query((row, number) -> new Home(UpdateKey.of(key.cycle().value(), row.getString("initiative")),
					row.getString("title")))
			.optional();
	}

	/** The draft where there is one, what was submitted last where not. */
	private CommonText read(Home home) {
		return this.jdbc.sql("""
				select '%s' || version as tag, content, saved_at as at from draft
				where cycle = :cycle and initiative = :initiative
				union all
				(select 'revision-' || number, content, submitted_at from revision
				where cycle = :cycle and initiative = :initiative
				and not exists (select from draft where cycle = :cycle and initiative = :initiative)
				order by number desc limit 1)""".formatted(CommonText.DRAFT))
			.param("cycle", home.key().cycle().value())
			.param("initiative", home.key().initiative().value())
			.query((row, number) -> new CommonText(home.key().initiative().value(), home.title(), row.getString("tag"),
					only(this.json.read(row.getString("content"))),
					row.getObject("at", OffsetDateTime.class).toInstant()))
			.optional()
			.orElseGet(() -> new CommonText(home.key().initiative().value(), home.title(), "none", this.json.read("{}"),
					null));
	}

	private static ObjectNode only(ObjectNode content) {
		return content.deepCopy().retain(COMMON).without(NOT_COPIED);
	}

	private record Home(UpdateKey key, String title) {
	}

}
