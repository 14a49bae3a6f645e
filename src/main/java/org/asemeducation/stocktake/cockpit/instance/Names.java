package org.asemeducation.stocktake.cockpit.instance;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads what the engine's ids stand for: a process for an initiative and who coordinates
 * it, a mail, a meeting or a cycle; a user for a person; a group for a party.
 */
@Component
class Names {

	/** A mail is named by its addressee alone: its words are in the ledger. */
	private static final String PROCESSES = """
			select e.id_ as id, case
			    when i.initiative is not null then concat_ws(' · ', i.initiative || ' ' || i.title,
			        coalesce(nullif(i.coordinators, ''), b.names), k.cycle)
			    when m.id is not null then 'Mail ' || m.id || coalesce(' to ' || coalesce(c.name, m.addressee), '')
			    when t.kind is not null then t.kind || ' of ' || k.cycle
			    when q.id is not null then q.name || ' · ' || k.cycle
			    when p.id is not null then case k.about when 'contribution' then 'Open contribution of ' else '' end
			        || coalesce(p.acronym, p.name) || ' · ' || k.cycle
			    when k.cycle = 'proposal' then 'Proposal ' || k.about
			    when k.about in ('chapter', 'subgoal') then initcap(k.about) || ' ' || k.part || ' · ' || k.cycle
			    when y.name is not null then y.name || ': ' || y.title
			    else e.business_key_ end as name
			from act_ru_execution e
			cross join lateral (select split_part(e.business_key_, '/', 1) as cycle,
			    split_part(e.business_key_, '/', 2) as about, split_part(e.business_key_, '/', 3) as part) k
			left join cycle_initiative i on i.cycle = k.cycle and i.initiative = k.about
			left join coordinated_by b on b.initiative = k.about
			left join meeting t on t.cycle = k.cycle and t.kind = k.about
			left join cycle y on y.name = k.cycle and k.about = ''
			left join mail m on m.id = substring(e.business_key_ from '(?:^|/)mail/([0-9]{1,18})$')::bigint
			left join contact c on c.id = m.contact
			left join contact q on k.about = 'contact' and q.id = substring(k.part from '^[0-9]{1,18}$')::bigint
			left join party p on k.about in ('party', 'contribution')
			    and p.id = substring(k.part from '^[0-9]{1,18}$')::bigint
			where e.id_ = any(:ids) and e.parent_id_ is null and e.business_key_ is not null
			""";

	private static final String PEOPLE = "select user_id as id, name from contact where user_id = any(:ids)";

	private static final String PARTIES = """
			select group_id as id, coalesce(acronym, name) as name from party where group_id = any(:ids)""";

	private final JdbcClient jdbc;

	Names(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * What some ids stand for.
	 * @param ids of processes that run, of users, of groups
	 * @return the names of those that are known
	 */
	@Transactional(readOnly = true)
	Map<String, String> of(Collection<String> ids) {
		Map<String, String> names = new HashMap<>();
		for (String sql : new String[] { PROCESSES, PEOPLE, PARTIES }) {
			this.jdbc.sql(sql).param("ids", ids.toArray(String[]::new)).query((row) -> {
				names.put(row.getString("id"), row.getString("name"));
			});
		}
		return names;
	}

}
