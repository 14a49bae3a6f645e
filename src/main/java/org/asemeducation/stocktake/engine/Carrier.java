package org.asemeducation.stocktake.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.ProcessInstanceModificationBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Carries instances over to the latest version of their model, each wholly or not at all.
 * Open tasks, timers, subscriptions and called instances stay what they are: no listener
 * hears of it.
 */
@Component
class Carrier {

	private static final int TRIES = 3;

	private static final Logger log = LoggerFactory.getLogger(Carrier.class);

	private final RuntimeService runtime;

	private final JdbcClient jdbc;

	private final TransactionOperations transaction;

	Carrier(RuntimeService runtime, JdbcClient jdbc, TransactionOperations transaction) {
		this.runtime = runtime;
		this.jdbc = jdbc;
		this.transaction = transaction;
	}

	/**
	 * Carries many over in one transaction. Whoever completes one of their tasks
	 * meanwhile waits.
	 */
	void carry(Way way, List<String> instances) {
		this.transaction.executeWithoutResult((status) -> migrate(way, instances));
	}

	/**
	 * Carries one over with all that the change of its model takes.
	 */
	void carry(Way way, String instance) {
		for (int tries = 1; tries < TRIES; tries++) {
			try {
				tryToCarry(way, instance);
				return;
			}
			catch (OptimisticLockingException ex) {
				log.debug("Somebody works on the instance {}", instance, ex);
			}
		}
		tryToCarry(way, instance);
	}

	private void tryToCarry(Way way, String instance) {
		this.transaction.executeWithoutResult((status) -> {
			Crossing crossing = way.model().map((model) -> model.crossing(tokens(instance))).orElse(Crossing.NOTHING);
			end(instance, crossing);
			migrate(way, List.of(instance));
			if (crossing.changesToday()) {
				goOn(instance, crossing);
			}
		});
	}

	private void migrate(Way way, List<String> instances) {
		this.jdbc.sql("select id_ from act_ru_execution where id_ = any(:instances) order by id_ for update")
			.param("instances", instances.toArray(String[]::new))
			.query(String.class)
			.list();
		this.runtime.newMigration(way.plan())
			.processInstanceIds(instances)
			.skipCustomListeners()
			.skipIoMappings()
			.execute();
	}

	private void end(String instance, Crossing crossing) {
		if (!crossing.ends().isEmpty()) {
			ProcessInstanceModificationBuilder change = this.runtime.createProcessInstanceModification(instance);
			crossing.ends().forEach(change::cancelAllForActivity);
			change.execute(true, true);
		}
	}

	private void goOn(String instance, Crossing crossing) {
		ProcessInstanceModificationBuilder change = this.runtime.createProcessInstanceModification(instance);
		crossing.begins().forEach(change::startBeforeActivity);
		crossing.removes().forEach((element) -> change.cancelActivityInstance(oneAt(instance, element)));
		crossing.follows().forEach(change::startTransition);
		change.execute();
	}

	private Map<String, Integer> tokens(String instance) {
		Map<String, Integer> tokens = new HashMap<>();
		ActivityInstance tree = this.runtime.getActivityInstance(instance);
		leaves(tree).forEach((leaf) -> tokens.merge(leaf.getActivityId(), 1, Integer::sum));
		all(tree).flatMap((scope) -> Stream.of(scope.getChildTransitionInstances()))
			.forEach((job) -> tokens.merge(job.getActivityId(), 1, Integer::sum));
		return tokens;
	}

	private String oneAt(String instance, String element) {
		Optional<String> found = leaves(this.runtime.getActivityInstance(instance))
			.filter((leaf) -> leaf.getActivityId().equals(element))
			.map(ActivityInstance::getId)
			.findFirst();
		return found.orElseThrow(() -> new IllegalStateException("Nothing stands at %s.".formatted(element)));
	}

	private static Stream<ActivityInstance> leaves(ActivityInstance tree) {
		return all(tree).filter((each) -> each.getChildActivityInstances().length == 0);
	}

	private static Stream<ActivityInstance> all(ActivityInstance tree) {
		return Stream.concat(Stream.of(tree), Stream.of(tree.getChildActivityInstances()).flatMap(Carrier::all));
	}

}
