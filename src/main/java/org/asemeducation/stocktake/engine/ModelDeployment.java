package org.asemeducation.stocktake.engine;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.ProcessDefinition;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Deploys the models and their forms together, under names relative to {@code bpmn/}, and
 * only when one of them has changed. Auto-deployment would name exploded files by their
 * absolute path, and Tasklist would not find the forms. Then carries running instances
 * over.
 */
@Component
class ModelDeployment implements SmartInitializingSingleton {

	static final Set<String> PROCESSES = Set.of("openCycle", "moveDate", "helpCoordinator", "changePlan",
			"changeRegister", "settings", "closeCycle", "extendUpdate", "handOver", "takeInLate", "escalate", "cycle",
			"completion", "meeting", "update", "review", "contribution", "report", "assessment", "chapter", "proposal",
			"endorsement", "noObjection", "mail", "mendAddress", "reminder");

	private static final String NAME = "Stocktake";

	private static final long LOCK = 7_240_001;

	private final RepositoryService repository;

	private final JdbcClient jdbc;

	private final TransactionOperations transaction;

	private final ModelContract contract;

	private final CarryOver carryOver;

	ModelDeployment(RepositoryService repository, JdbcClient jdbc, TransactionOperations transaction,
			ModelContract contract, CarryOver carryOver) {
		this.repository = repository;
		this.jdbc = jdbc;
		this.transaction = transaction;
		this.contract = contract;
		this.carryOver = carryOver;
	}

	@Override
	public void afterSingletonsInstantiated() {
		List<String> breaches = this.contract.breaches(resources());
		if (!breaches.isEmpty()) {
			throw new IllegalStateException(
					"The models in bpmn/ and the code disagree: " + String.join("; ", breaches));
		}
		this.transaction.executeWithoutResult((status) -> {
			this.jdbc.sql("select pg_advisory_xact_lock(:lock)").param("lock", LOCK).query((row) -> {
			});
			deploy();
		});
		Set<String> deployed = this.repository.createProcessDefinitionQuery()
			.latestVersion()
			.active()
			.list()
			.stream()
			.map(ProcessDefinition::getKey)
			.collect(Collectors.toCollection(TreeSet::new));
		if (!deployed.containsAll(PROCESSES)) {
			throw new IllegalStateException("The models %s should be deployed, but only %s are: look into bpmn/."
				.formatted(new TreeSet<>(PROCESSES), deployed));
		}
		this.carryOver.carryAll();
	}

	private void deploy() {
		DeploymentBuilder deployment = this.repository.createDeployment()
			.name(NAME)
			.source(NAME)
			.enableDuplicateFiltering(false);
		resources().forEach((name, resource) -> {
			try (InputStream content = resource.getInputStream()) {
				deployment.addInputStream(name, content);
			}
			catch (IOException ex) {
				throw new IllegalStateException("The model %s cannot be read.".formatted(name), ex);
			}
		});
		deployment.deploy();
	}

	static TreeMap<String, Resource> resources() {
		TreeMap<String, Resource> resources = new TreeMap<>();
		try {
			for (Resource resource : new PathMatchingResourcePatternResolver().getResources("classpath:bpmn/**/*.*")) {
				String path = resource.getURL().getPath();
				resources.put(path.substring(path.lastIndexOf("/bpmn/") + 1), resource);
			}
		}
		catch (IOException ex) {
			throw new IllegalStateException("The folder bpmn/ is missing from the class path.", ex);
		}
		return resources;
	}

}
