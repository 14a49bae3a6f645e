package org.asemeducation.stocktake.notification;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.asemeducation.stocktake.access.ContactId;
import org.asemeducation.stocktake.cycle.CycleName;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads from the audit whose mails somebody held, released or sent from the plan, on
 * whichever node.
 */
@Component
class PlanActs {

	private final JdbcClient jdbc;

	PlanActs(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * How often an act touched what is to come for each person. It touches its addressee.
	 * A request that is sent now touches whoever coordinates the same initiative too: the
	 * days on which all of them are left in peace count from its first request. Counted,
	 * since the highest id would miss what was begun before another act and saved after
	 * it.
	 * @param cycle the cycle
	 * @return the number by person, without those whom nothing touched
	 */
	Map<ContactId, Long> in(CycleName cycle) {
		Map<ContactId, Long> touched = new HashMap<>();
		this.jdbc.sql("""
				with act as materialized (
				    select act, after, split_part(subject, '/', 2) as what,
				           cast(substring(subject from '^[^/]*/[^/]*/(\\d+)') as bigint) as id
				    from audit where act in ('hold mail', 'release mail', 'send mail now')
				      and split_part(subject, '/', 1) = :cycle
				)
				select contact, count(*) as times from (
				    select id as contact from act where what = 'contact'
				    union all
				    select m.contact from act join mail m on m.id = act.id where what = 'mail'
				    union all
				    select s.contact from act
				    join mail_line l on l.mail = cast(substring(act.after from '^mail (\\d+)$') as bigint)
				      and l.ladder = 'request'
				    join coordination k on k.initiative = l.initiative and k.role = 'coordinator'
				    join contact_role s on s.party = k.party and s.role = 'coordinator'
				    where act.act = 'send mail now'
				) touched where contact is not null group by contact""").param("cycle", cycle.value()).query((row) -> {
			touched.put(new ContactId(row.getLong("contact")), row.getLong("times"));
		});
		return touched;
	}

	/** Those whom something touched between two looks. */
	static Set<ContactId> between(Map<ContactId, Long> before, Map<ContactId, Long> after) {
		Set<ContactId> all = new HashSet<>(before.keySet());
		all.addAll(after.keySet());
		all.removeIf((contact) -> Objects.equals(before.get(contact), after.get(contact)));
		return all;
	}

}
