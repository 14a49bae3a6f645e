package org.asemeducation.stocktake.rehearsal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Where the demonstration's cycles stand now.
 */
@Component
public class DemonstrationCycles {

	private final JdbcClient jdbc;

	DemonstrationCycles(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * What there is to see of each cycle, in words.
	 * @return the earlier first; none where the demonstration was left out
	 */
	public List<String> inWords() {
		return this.jdbc.sql("""
				select c.name, c.state, count(r.state) as asked,
				       count(*) filter (where r.settled_as = 'accepted') as accepted,
				       count(*) filter (where r.state = 'in-review') as in_review,
				       count(*) filter (where r.state = 'returned') as returned,
				       count(*) filter (where r.state in ('requested', 'unstaffed')) as awaited
				from demonstration d join cycle c on c.name = any(d.cycles)
				left join update_request r on r.cycle = c.name
				where d.completed_at is not null group by c.name order by c.opened_at""")
			.query((row, number) -> "%s: %s".formatted(row.getString("name"), standing(row)))
			.list();
	}

	private static String standing(ResultSet row) throws SQLException {
		return switch (row.getString("state")) {
			case "gathering" ->
				"of %d updates %d accepted, %d to review, %d to revise, %d to write".formatted(row.getInt("asked"),
						row.getInt("accepted"), row.getInt("in_review"), row.getInt("returned"), row.getInt("awaited"));
			case "published" ->
				"report published, with %d of %d updates".formatted(row.getInt("accepted"), row.getInt("asked"));
			default -> row.getString("state");
		};
	}

}
