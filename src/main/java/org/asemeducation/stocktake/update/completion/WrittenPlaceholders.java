package org.asemeducation.stocktake.update.completion;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.completion.AskedPlaceholder;
import org.asemeducation.stocktake.cycle.completion.Completions;
import org.asemeducation.stocktake.plan.InitiativeId;
import org.asemeducation.stocktake.update.Revision;
import org.asemeducation.stocktake.update.Revisions;
import org.asemeducation.stocktake.update.UpdateKey;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads what became of each placeholder of a round: what was accepted counts, everything
 * else stays.
 */
@Component
class WrittenPlaceholders {

	private final Completions completions;

	private final Revisions revisions;

	private final JdbcClient jdbc;

	WrittenPlaceholders(Completions completions, Revisions revisions, JdbcClient jdbc) {
		this.completions = completions;
		this.revisions = revisions;
		this.jdbc = jdbc;
	}

	/**
	 * All of a round.
	 * @param cycle the round
	 * @return in the draft's order
	 */
	@Transactional(readOnly = true)
	List<WrittenPlaceholder> of(CycleName cycle) {
		Map<InitiativeId, Request> requests = requests(cycle);
		return this.completions.placeholders(cycle)
			.stream()
			.map((asked) -> written(asked, requests.get(asked.initiative())))
			.toList();
	}

	/**
	 * Requests that nobody has settled yet.
	 * @param cycle the round
	 * @return how many
	 */
	long unsettled(CycleName cycle) {
		return this.jdbc.sql("select count(*) from update_request where cycle = :cycle and state <> 'settled'")
			.param("cycle", cycle.value())
			.query(Long.class)
			.single();
	}

	private Map<InitiativeId, Request> requests(CycleName cycle) {
		Map<InitiativeId, Request> requests = new HashMap<>();
		this.jdbc.sql("""
				select i.initiative, i.coordinators, r.settled_as is not distinct from 'accepted' as accepted
				from cycle_initiative i
				left join update_request r on r.cycle = i.cycle and r.initiative = i.initiative
				where i.cycle = :cycle""").param("cycle", cycle.value()).query((row) -> {
			InitiativeId id = new InitiativeId(row.getString("initiative"));
			UpdateKey key = new UpdateKey(cycle, id);
			requests.put(id, new Request(row.getString("coordinators"),
					row.getBoolean("accepted") ? this.revisions.latest(key).orElse(null) : null));
		});
		return requests;
	}

	private static WrittenPlaceholder written(AskedPlaceholder asked, Request request) {
		Revision accepted = request.accepted();
		if (accepted != null) {
			for (JsonNode row : accepted.content().path("words")) {
				if (row.path("position").asInt() == asked.line()) {
					return written(asked, request, accepted, row.path("outcome").asText(),
							row.path("sentence").asText().strip());
				}
			}
		}
		return new WrittenPlaceholder(asked, WrittenPlaceholder.STAYS, List.of(asked.words()), "", request.party(),
				null);
	}

	private static WrittenPlaceholder written(AskedPlaceholder asked, Request request, Revision accepted,
			String outcome, String sentence) {
		List<String> lines = sentence.lines().map(String::strip).filter((line) -> !line.isEmpty()).toList();
		return switch (outcome) {
			case WrittenPlaceholder.REPLACED ->
				new WrittenPlaceholder(asked, lines.isEmpty() ? WrittenPlaceholder.STAYS : outcome,
						lines.isEmpty() ? List.of(asked.words()) : lines, "", request.party(), accepted.number());
			case WrittenPlaceholder.LEFT_OUT ->
				new WrittenPlaceholder(asked, outcome, List.of(), sentence, request.party(), accepted.number());
			default -> new WrittenPlaceholder(asked, WrittenPlaceholder.STAYS, List.of(asked.words()), sentence,
					request.party(), accepted.number());
		};
	}

	/** Who was asked, and what of theirs was accepted. */
	private record Request(String party, @Nullable Revision accepted) {
	}

}
