package org.asemeducation.stocktake.report.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.asemeducation.stocktake.cycle.CycleName;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which parties take part in which initiative of a report: as it was when the version was
 * sealed, for those that no partner stands for as the register has it.
 */
@Component
class TakingPart {

	private final JdbcClient jdbc;

	TakingPart(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Map<String, List<Party>> of(CycleName cycle, int version) {
		Map<String, List<Party>> parties = new LinkedHashMap<>();
		this.jdbc.sql("""
				select k.initiative, p.name, p.region from partner_part k join party p on p.id in (k.partner, k.party)
				where k.cycle = :cycle and k.version = :version
				union
				select k.initiative, p.name, p.region from cycle_initiative i
				join coordination k on k.initiative = i.initiative join party p on p.id = k.party
				where i.cycle = :cycle and not exists (
				    select from partner_part s where s.cycle = :cycle and s.version = :version and s.party = k.party)
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
