//! The OpenAPI document: what the endpoints say of themselves, and what holds for all of them.

use crate::{api, state::App, web::cookies};
use axum::Router;
use eid_domain::{
    problem::Problem,
    wire::{ACCESS_KEY, IDEMPOTENCY_KEY},
};
use utoipa::{
    OpenApi as Derive,
    openapi::{
        Content, HttpMethod, ObjectBuilder, OpenApi, Ref, Required, ResponseBuilder,
        path::{Operation, ParameterBuilder, ParameterIn, PathItem},
        schema::Type,
        security::{ApiKey, ApiKeyValue, SecurityScheme},
    },
};
use utoipa_axum::router::OpenApiRouter;

#[derive(Derive)]
#[openapi(
    info(
        title = "e-ID Activation",
        description = "A reference implementation, not an official service."
    ),
    components(schemas(Problem))
)]
struct Base;

/// Splits what serves from what describes.
pub fn split(endpoints: OpenApiRouter<App>) -> (Router<App>, OpenApi) {
    let (router, found) = OpenApiRouter::with_openapi(Base::openapi())
        .merge(endpoints)
        .split_for_parts();
    (router, complete(found))
}

/// The document as it lies in the repository.
///
/// # Errors
/// When it cannot be written as JSON.
pub fn pretty() -> Result<String, serde_json::Error> {
    serde_json::to_string_pretty(&split(api::router()).1)
}

fn complete(mut document: OpenApi) -> OpenApi {
    env!("CARGO_PKG_VERSION").clone_into(&mut document.info.version);
    for item in document.paths.paths.values_mut() {
        for (method, operation) in operations(item) {
            if method != HttpMethod::Get {
                add_key(operation);
            }
            // What Rust callers are told of errors stands in the responses.
            let told = operation
                .description
                .as_deref()
                .and_then(|text| text.split("# Errors").next());
            operation.description = told
                .map(|text| text.trim().to_owned())
                .filter(|text| !text.is_empty());
            let problem = Content::new(Some(Ref::from_schema_name("Problem")));
            let any = ResponseBuilder::new()
                .description("Any other problem")
                .content("application/problem+json", problem)
                .build();
            operation
                .responses
                .responses
                .insert("default".to_owned(), any.into());
        }
    }
    let components = document.components.get_or_insert_default();
    let cookie = |name: &str| SecurityScheme::ApiKey(ApiKey::Cookie(ApiKeyValue::new(name)));
    components.add_security_scheme("citizen", cookie(cookies::CITIZEN));
    components.add_security_scheme("staff", cookie(cookies::DESK));
    components.add_security_scheme("venue", cookie(cookies::VENUE));
    components.add_security_scheme("activation", cookie(cookies::ACTIVATION));
    let header = SecurityScheme::ApiKey(ApiKey::Header(ApiKeyValue::new(ACCESS_KEY)));
    components.add_security_scheme("access_key", header);
    document
}

fn operations(item: &mut PathItem) -> impl Iterator<Item = (HttpMethod, &mut Operation)> {
    [
        (HttpMethod::Get, &mut item.get),
        (HttpMethod::Put, &mut item.put),
        (HttpMethod::Post, &mut item.post),
        (HttpMethod::Delete, &mut item.delete),
    ]
    .into_iter()
    .filter_map(|(method, operation)| operation.as_mut().map(|operation| (method, operation)))
}

fn add_key(operation: &mut Operation) {
    let text = ObjectBuilder::new()
        .schema_type(Type::String)
        .min_length(Some(16))
        .max_length(Some(64));
    let key = ParameterBuilder::new()
        .name(IDEMPOTENCY_KEY)
        .parameter_in(ParameterIn::Header)
        .required(Required::True)
        .description(Some("A repeat with the same key gets the first answer."))
        .schema(Some(text.build()));
    operation.parameters.get_or_insert_default().push(key.build());
}
