package org.asemeducation.stocktake.report.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.report.VersionSealed;
import org.jspecify.annotations.Nullable;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which parties take part in which initiative of a report: as it was when the version was
 * sealed, with the partners that they stand for.
 */
@Component
class TakingPart {

	private final JdbcClient jdbc;

	TakingPart(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Keeps it as it is at that moment: the register lives on. */
	@EventListener
	void on(VersionSealed sealed) {
		this.jdbc.sql("""
				insert into sealed_part (cycle, version, initiative, party, part)
				select i.cycle, :version, k.initiative, k.party, k.role
				from cycle_initiative i join coordination k on k.initiative = i.initiative where i.cycle = :cycle""")
			.param("cycle", sealed.cycle().value())
			.param("version", sealed.version())
			.update();
	}

	Map<String, List<Party>> of(CycleName cycle, int version) {
		Map<String, List<Party>> parties = new LinkedHashMap<>();
		this.jdbc.sql("""
				select k.initiative, p.name, p.region from sealed_part k join party p on p.id = k.party
				where k.cycle = :cycle and k.version = :version
				union
				select k.initiative, p.name, p.region from partner_part k join party p on p.id = k.partner
				where k.cycle = :cycle and k.version = :version
				order by initiative, name""").param("cycle", cycle.value()).param("version", version).query((row) -> {
			parties.computeIfAbsent(row.getString("initiative"), (it) -> new ArrayList<>())
				.add(new Party(row.getString("name"), row.getString("region")));
		});
		return parties;
	}

	/**
	 * A ministry, an organisation or a network.
	 */
	record Party(String name, @Nullable String region) {
	}

}
