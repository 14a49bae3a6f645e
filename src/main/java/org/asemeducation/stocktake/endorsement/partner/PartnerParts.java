package org.asemeducation.stocktake.endorsement.partner;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

import org.asemeducation.stocktake.access.PartyId;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.report.VersionSealed;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who did what for which initiative when a version was sealed, and which versions a
 * partner has seen.
 */
@Component
class PartnerParts {

	private final JdbcClient jdbc;

	private final Clock clock;

	PartnerParts(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** Keeps the parts as they are at that moment: the register lives on. */
	@EventListener
	void on(VersionSealed sealed) {
		this.jdbc.sql("""
				insert into partner_part (cycle, version, partner, party, initiative, part)
				select :cycle, :version, p.partner, p.party, k.initiative, k.role
				from cycle_initiative i join coordination k on k.initiative = i.initiative
				join partner_party p on p.party = k.party where i.cycle = :cycle""")
			.param("cycle", sealed.cycle().value())
			.param("version", sealed.version())
			.update();
	}

	List<Part> of(CycleName cycle, int version, PartyId partner) {
		return this.jdbc.sql("""
				select k.initiative, k.part, coalesce(p.acronym, p.name) as by, k.party = k.partner as self
				from partner_part k join party p on p.id = k.party
				where k.cycle = :cycle and k.version = :version and k.partner = :partner
				order by k.initiative, k.part, 3""")
			.param("cycle", cycle.value())
			.param("version", version)
			.param("partner", partner.value())
			.query(Part.class)
			.list();
	}

	/**
	 * The names under which a text may name a partner: its own, and those that belong to
	 * it.
	 */
	List<String> names(PartyId partner) {
		return this.jdbc.sql("""
				select unnest(array[p.name, p.acronym]) as name from partner_party b join party p on p.id = b.party
				where b.partner = :partner""")
			.param("partner", partner.value())
			.query((row, number) -> Optional.ofNullable(row.getString("name")))
			.list()
			.stream()
			.flatMap(Optional::stream)
			.distinct()
			.toList();
	}

	/** The version before this one that somebody of the partner has opened last. */
	Optional<Integer> seenBefore(CycleName cycle, int version, PartyId partner) {
		return this.jdbc.sql("""
				select max(version) from partner_seen
				where cycle = :cycle and version < :version and partner = :partner having count(*) > 0""")
			.param("cycle", cycle.value())
			.param("version", version)
			.param("partner", partner.value())
			.query(Integer.class)
			.optional();
	}

	void seen(CycleName cycle, int version, PartyId partner, String by) {
		this.jdbc.sql("""
				insert into partner_seen (cycle, version, partner, seen_at, seen_by)
				values (:cycle, :version, :partner, :at, :by) on conflict do nothing""")
			.param("cycle", cycle.value())
			.param("version", version)
			.param("partner", partner.value())
			.param("at", Timestamp.from(this.clock.instant()))
			.param("by", by)
			.update();
	}

	/** Which partners have opened a version. */
	List<Long> seen(CycleName cycle, int version) {
		return this.jdbc.sql("select partner from partner_seen where cycle = :cycle and version = :version")
			.param("cycle", cycle.value())
			.param("version", version)
			.query(Long.class)
			.list();
	}

	/**
	 * What somebody does for an initiative.
	 *
	 * @param part {@code coordinator}, {@code host} or {@code support}
	 * @param by the partner or the institution, in short
	 * @param self whether it is the partner itself
	 */
	record Part(String initiative, String part, String by, boolean self) {
	}

}
