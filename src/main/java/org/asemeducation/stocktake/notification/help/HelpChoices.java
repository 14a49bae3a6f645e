package org.asemeducation.stocktake.notification.help;

import java.util.List;

import org.asemeducation.stocktake.access.Register;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the entry "Help a coordinator" offers to choose from.
 */
@Component
class HelpChoices {

	private final Cycles cycles;

	private final Register register;

	private final JdbcClient jdbc;

	HelpChoices(Cycles cycles, Register register, JdbcClient jdbc) {
		this.cycles = cycles;
		this.register = register;
		this.jdbc = jdbc;
	}

	List<Choice> cycles() {
		return this.jdbc.sql("""
				select name, title, state, zone from cycle where state in ('gathering', 'closed')
				order by opened_at desc, name""").query(Choice.class).list();
	}

	/**
	 * Who could hand over, and to whom.
	 * @param cycle the cycle
	 * @param initiatives of which somebody hands over; of none nobody does
	 */
	People people(CycleName cycle, List<String> initiatives) {
		this.cycles.get(cycle);
		List<Speaker> speakers = initiatives.isEmpty() ? List.of()
				: this.jdbc
					.sql("""
							select c.id as contact, c.name, c.email, string_agg(distinct coalesce(p.acronym, p.name), ', ') as parties,
							    string_agg(distinct i.initiative, ' ') as initiatives
							from cycle_initiative i
							join coordination k on k.initiative = i.initiative and k.role = 'coordinator'
							join party p on p.id = k.party
							join contact_role s on s.party = k.party and s.role = 'coordinator'
							join contact c on c.id = s.contact and c.active
							where i.cycle = :cycle and i.initiative in (:initiatives)
							group by c.id, c.name, c.email order by c.name, c.email""")
					.param("cycle", cycle.value())
					.param("initiatives", initiatives)
					.query(Speaker.class)
					.list();
		return new People(speakers, this.register.names(Register.OFFERED));
	}

	/**
	 * A cycle.
	 *
	 * @param name such as {@code ASEMME9}
	 * @param title its title
	 * @param state {@code gathering}, or {@code closed} once the gathering is over
	 * @param zone where its days end
	 */
	record Choice(String name, String title, String state, String zone) {
	}

	/**
	 * Who could hand over, and to whom.
	 *
	 * @param parties names to choose from; any other of the register can be written
	 */
	record People(List<Speaker> speakers, List<String> parties) {
	}

	/**
	 * Somebody who coordinates one of them.
	 *
	 * @param initiatives their ids, with spaces
	 */
	record Speaker(long contact, String name, String email, String parties, String initiatives) {
	}

}
