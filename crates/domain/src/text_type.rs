//! One way for all types that travel as text: parse on the way in, show on the way out, hide in logs.

/// Debug that never shows what is inside: it would end up in a log one day.
macro_rules! redacted_debug {
    ($name:ident) => {
        impl ::std::fmt::Debug for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.write_str(concat!(stringify!($name), "(…)"))
            }
        }
    };
}

/// Serde and OpenAPI for a type that shows itself with `Display` and is read by `$parse`.
macro_rules! text_wire {
    ($name:ident, $parse:expr, $doc:literal, $example:literal) => {
        impl ::serde::Serialize for $name {
            fn serialize<S: ::serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
                s.collect_str(self)
            }
        }

        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<D: ::serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
                let text = <String as ::serde::Deserialize>::deserialize(d)?;
                $parse(&text).map_err(::serde::de::Error::custom)
            }
        }

        impl ::std::str::FromStr for $name {
            type Err = $crate::field::FieldCode;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                $parse(text)
            }
        }

        #[cfg(feature = "openapi")]
        impl ::utoipa::PartialSchema for $name {
            fn schema() -> ::utoipa::openapi::RefOr<::utoipa::openapi::Schema> {
                ::utoipa::openapi::ObjectBuilder::new()
                    .schema_type(::utoipa::openapi::schema::Type::String)
                    .description(Some($doc))
                    .examples([$example])
                    .into()
            }
        }

        #[cfg(feature = "openapi")]
        impl ::utoipa::ToSchema for $name {}
    };
}

/// `as_str`, `Display` and all of [`text_wire!`] for a newtype over `String`.
macro_rules! text_newtype {
    ($name:ident, $doc:literal, $example:literal) => {
        impl $name {
            /// The canonical text, as stored and sent.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.write_str(&self.0)
            }
        }

        $crate::text_type::text_wire!($name, Self::parse, $doc, $example);
    };
}

pub(crate) use {redacted_debug, text_newtype, text_wire};
