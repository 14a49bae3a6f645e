package org.asemeducation.stocktake.bench;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A plan of any number of initiatives with the proportions of the real one: 33 parties on
 * 52 initiatives, every fourth of them with two coordinators, one contact for each party.
 */
final class SyntheticPlan {

	private final JdbcClient jdbc;

	SyntheticPlan(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	static String initiative(int number) {
		return "S%06d".formatted(number);
	}

	static int parties(int size) {
		return (size * 33 + 51) / 52;
	}

	/** Who coordinates an initiative first: the engine's user. */
	static String coordinator(int number, int size) {
		return "bench" + ((number - 1) % parties(size) + 1);
	}

	static boolean hasTwoCoordinators(int number) {
		return number % 4 == 0;
	}

	/** Puts the first so many initiatives into force, and nothing else. */
	void enforce(int size) {
		people(parties(size));
		run("update initiative set in_force = false", size);
		run("""
				insert into initiative (id, action, position, title, is_new, links)
				select 'S' || lpad(n::text, 6, '0'), 1, n, 'Synthetic initiative number ' || n, n % 3 = 0, '{}'
				from generate_series(1, :size) n
				on conflict (id) do update set in_force = true""", size);
		run("""
				insert into milestone select 'S' || lpad(n::text, 6, '0'), 1, 'Meet once a year and tell what came of it'
				from generate_series(1, :size) n on conflict do nothing""",
				size);
		run("""
				insert into expected_outcome select 'S' || lpad(n::text, 6, '0'), 1, 'Three meetings, and a network that lasts'
				from generate_series(1, :size) n on conflict do nothing""",
				size);
		run("delete from coordination where initiative like 'S%'", size);
		coordinate("n", 1, "true", size);
		coordinate("n + 1", 2, "n % 4 = 0", size);
		this.jdbc.sql("analyze").update();
	}

	private void coordinate(String party, int position, String where, int size) {
		this.jdbc.sql("""
				insert into coordination (initiative, party, role, position)
				select 'S' || lpad(n::text, 6, '0'), p.id, 'coordinator', %d
				from generate_series(1, :size) n join party p on p.group_id = 'bench' || ((%s - 1) %% :parties + 1)
				where %s""".formatted(position, party, where))
			.param("size", size)
			.param("parties", parties(size))
			.update();
	}

	/** Parties, their people, and the engine's groups with the rights that each has. */
	private void people(int parties) {
		run("""
				insert into party (name, kind, group_id) select 'Synthetic party ' || n, 'stakeholder', 'bench' || n
				from generate_series(1, :size) n on conflict do nothing""", parties);
		run("""
				insert into contact (user_id, name, email, added_at)
				select 'bench' || n, 'Person ' || n, 'bench' || n || '@example.org', now()
				from generate_series(1, :size) n on conflict do nothing""", parties);
		run("""
				insert into contact_role select c.id, p.id, 'coordinator' from party p
				join contact c on c.user_id = p.group_id where p.group_id like 'bench%' on conflict do nothing""",
				parties);
		run("""
				insert into act_id_group select 'bench' || n, 1, 'Synthetic party ' || n, 'PARTY'
				from generate_series(1, :size) n on conflict do nothing""", parties);
		run("""
				insert into act_ru_authorization (id_, rev_, type_, group_id_, resource_type_, resource_id_, perms_)
				select 'bench' || n || '-tasklist', 1, 1, 'bench' || n, 0, 'tasklist', 32 from generate_series(1, :size) n
				union all
				select 'bench' || n || '-' || f.id_, 1, 1, 'bench' || n, 5, f.id_, 2
				from generate_series(1, :size) n, act_ru_filter f
				where f.name_ not in ('Secretariat', 'To review', 'All updates') on conflict do nothing""",
				parties);
	}

	private void run(String sql, int size) {
		JdbcClient.StatementSpec statement = this.jdbc.sql(sql);
		(sql.contains(":size") ? statement.param("size", size) : statement).update();
	}

}
