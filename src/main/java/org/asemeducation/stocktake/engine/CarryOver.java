package org.asemeducation.stocktake.engine;

import java.util.List;

import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Carries running instances over to the models of this release: after these are deployed
 * and before any job runs, on one node. An instance that cannot go along stays on its
 * model, is listed, and is tried again at the next start.
 */
@Component
class CarryOver {

	/** So many in one transaction: nobody's submission waits for more. */
	static final int CHUNK = 50;

	private static final long LOCK = 7_240_002;

	private static final Logger log = LoggerFactory.getLogger(CarryOver.class);

	private final RepositoryService repository;

	private final RuntimeService runtime;

	private final JdbcClient jdbc;

	private final OneNode oneNode;

	private final Carrier carrier;

	private final LeftBehind leftBehind;

	private final List<EarlierModel> models;

	CarryOver(RepositoryService repository, RuntimeService runtime, JdbcClient jdbc, OneNode oneNode, Carrier carrier,
			LeftBehind leftBehind, List<EarlierModel> models) {
		this.repository = repository;
		this.runtime = runtime;
		this.jdbc = jdbc;
		this.oneNode = oneNode;
		this.carrier = carrier;
		this.leftBehind = leftBehind;
		this.models = models;
	}

	/**
	 * Carries over whatever does not run on the latest version of its model. Another node
	 * that starts meanwhile waits and then finds nothing left to do.
	 */
	void carryAll() {
		this.oneNode.hold(LOCK, () -> {
			ModelDeployment.PROCESSES.stream().sorted().forEach(this::carry);
			this.leftBehind.forgetWhoFollowed();
		});
	}

	private void carry(String process) {
		String latest = this.repository.createProcessDefinitionQuery()
			.processDefinitionKey(process)
			.latestVersion()
			.singleResult()
			.getId();
		List<String> earlier = this.jdbc.sql("""
				select distinct proc_def_id_ from act_ru_execution
				where parent_id_ is null and proc_def_key_ = :process and proc_def_id_ <> :latest order by 1""")
			.param("process", process)
			.param("latest", latest)
			.query(String.class)
			.list();
		earlier.forEach((version) -> carry(process, version, latest));
	}

	private void carry(String process, String version, String latest) {
		Way way = Way.find(this.repository, this.runtime, version, latest, this.models);
		int carried = 0;
		int left = 0;
		List<String> chunk = chunk(version, "");
		while (!chunk.isEmpty()) {
			int went = carry(way, chunk);
			carried += went;
			left += chunk.size() - went;
			chunk = chunk(version, chunk.get(chunk.size() - 1));
		}
		log.info("Carried {} of {} instances of {} over from {} to {}", carried, carried + left, process, version,
				latest);
	}

	private List<String> chunk(String version, String after) {
		return this.jdbc.sql("""
				select id_ from act_ru_execution
				where parent_id_ is null and proc_def_id_ = :version and id_ > :after order by id_ limit :chunk""")
			.param("version", version)
			.param("after", after)
			.param("chunk", CHUNK)
			.query(String.class)
			.list();
	}

	/**
	 * All at once, or one by one where one of them holds the others up.
	 */
	private int carry(Way way, List<String> instances) {
		if (way.model().isEmpty()) {
			try {
				this.carrier.carry(way, instances);
				return instances.size();
			}
			catch (ProcessEngineException ex) {
				log.debug("One of {} instances stays: each is tried alone", instances.size(), ex);
			}
		}
		return (int) instances.stream().filter((instance) -> isCarried(way, instance)).count();
	}

	private boolean isCarried(Way way, String instance) {
		try {
			this.carrier.carry(way, instance);
			return true;
		}
		catch (RuntimeException ex) {
			log.warn("The instance {} stays on {}: {}", instance, way.plan().getSourceProcessDefinitionId(),
					ex.getClass().getSimpleName());
			this.leftBehind.note(instance, way.plan().getTargetProcessDefinitionId(), ex);
			return false;
		}
	}

}
